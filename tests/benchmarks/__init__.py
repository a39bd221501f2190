"""The budgets of the house, measured."""
