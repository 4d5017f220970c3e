package io.almoner.report;

import io.almoner.book.Unit;

/** What the usable benefits of one category and unit amount to. */
record CategoryTotal(String category, Unit unit, Tally tally) {}
