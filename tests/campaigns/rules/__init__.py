"""The rules of a campaign, sentence by sentence: each test is named after the rule that it guards."""
