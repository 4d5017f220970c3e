package io.almoner.report;

/**
 * What the report about allocations shows, whatever it is written as.
 *
 * @param benefits ordered by organisation, order, category and name
 * @param assignments ordered by organisation, category, benefit and person, so that the rows of a benefit stand together
 * @param trend how many seats were held lately
 */
record AllocationsReport(
        ReportHeader header,
        KeyFigures figures,
        Rows<BenefitLine> benefits,
        Rows<AssignmentLine> assignments,
        SeatTrend trend) {}
