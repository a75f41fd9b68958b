"""The names of weekdays and months."""

from samestory.words.lists import words_in_order

WEEKDAYS = words_in_order("calendar", "weekdays")
MONTHS = words_in_order("calendar", "months")
SHORT_WEEKDAYS = words_in_order("calendar", "short weekdays", "short weekdays that are words or rare")
SHORT_MONTHS = words_in_order("calendar", "short months")
WEEKDAY_KEYS = frozenset(day.lower() for day in WEEKDAYS)
MONTH_KEYS = frozenset(month.lower() for month in MONTHS)
