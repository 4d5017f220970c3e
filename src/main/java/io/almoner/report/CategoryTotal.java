package io.almoner.report;

/** What the usable benefits of one category and unit amount to. */
record CategoryTotal(String category, Unit unit, Tally tally) {}
