package io.almoner.ledger;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceMapTest {

    @Test
    void finds_every_place_of_a_hash_among_many() {
        PlaceMap map = new PlaceMap();
        for (long id = 1; id <= 100_000; id++) {
            map.add(new Place(id % 50_000, id * 2, id));
            map.add(new Place(id % 50_000, id * 2, id));
        }
        assertThat(found(map, 7)).containsExactlyInAnyOrder("14:7", "100014:50007");
        assertThat(found(map, 50_000)).isEmpty();
    }

    @Test
    void hashes_the_same_text_of_two_tables_apart() {
        assertThat(Place.hash(Tables.SEAT, "x")).isNotEqualTo(Place.hash(Tables.PRODUCT_KEY, "x"));
    }

    @Test
    void keeps_the_hashes_that_ledgers_hold() {
        assertThat(Place.hash(Tables.SEAT, "guid-1")).isEqualTo(-8960763500539932616L);
    }

    private static List<String> found(PlaceMap map, long hash) {
        List<String> found = new ArrayList<>();
        map.find(hash, (organisationId, id) -> found.add(organisationId + ":" + id));
        return found;
    }
}
