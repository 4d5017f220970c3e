package io.almoner.returns;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SummaryTest {

    @Test
    void is_one_line_of_json_with_its_fields_in_the_promised_order() {
        Summary summary = new Summary(
                Summary.VERSION,
                "20260322-020000-migrate-7",
                "migrate",
                Summary.Status.COMPLETED_WITH_REJECTS,
                false,
                "2020-03",
                LocalDate.of(2026, 3, 22),
                "admin@contoso.example",
                List.of(
                        new Summary.Source("pmc_benefits.csv", null, "pmc_benefits", "ab", "UTF-8", ",", 1200, null),
                        new Summary.Source("pmc.xlsx", "keys", "pmc_keys", "cd", null, null, 3, null)),
                new RowCounts(1203, 1100, 60, 33, 10),
                new TreeMap<>(Map.of("USR-001", 12L, "MIG-003", 4L)),
                new TreeMap<>(Map.of("seat_assigned", 200L, "benefit_recorded", 900L)),
                List.of(new Summary.OutputFile("rejects", "/out/pmc_benefits.rejects.csv")),
                3.2);

        assertThat(summary.toJson())
                .isEqualTo("{\"version\":1,\"run\":\"20260322-020000-migrate-7\",\"job\":\"migrate\","
                        + "\"status\":\"completed_with_rejects\",\"dryRun\":false,\"policy\":\"2020-03\","
                        + "\"on\":\"2026-03-22\",\"actingUser\":\"admin@contoso.example\",\"sources\":["
                        + "{\"file\":\"pmc_benefits.csv\",\"layout\":\"pmc_benefits\",\"sha256\":\"ab\","
                        + "\"encoding\":\"UTF-8\",\"delimiter\":\",\",\"rows\":1200},"
                        + "{\"file\":\"pmc.xlsx\",\"sheet\":\"keys\",\"layout\":\"pmc_keys\",\"sha256\":\"cd\",\"rows\":3}],"
                        + "\"rows\":{\"read\":1203,\"applied\":1100,\"unchanged\":60,\"rejected\":33,\"skipped\":10},"
                        + "\"findings\":{\"MIG-003\":4,\"USR-001\":12},"
                        + "\"changes\":{\"benefit_recorded\":900,\"seat_assigned\":200},"
                        + "\"files\":[{\"kind\":\"rejects\",\"path\":\"/out/pmc_benefits.rejects.csv\"}],"
                        + "\"seconds\":3.2}");
    }

    @Test
    void refuses_counts_that_do_not_add_up() {
        assertThatThrownBy(() -> new RowCounts(10, 5, 1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("some were lost");
    }
}
