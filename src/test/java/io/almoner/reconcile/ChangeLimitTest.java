package io.almoner.reconcile;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChangeLimitTest {

    @ParameterizedTest
    @CsvSource({"20,100,true", "21,100,false", "5,5,true", "6,6,false"})
    void allows_a_fifth_of_an_organisation_or_a_handful(long wanted, long held, boolean allowed) {
        assertThat(ChangeLimit.STANDARD.allows(wanted, held)).isEqualTo(allowed);
    }

    @ParameterizedTest
    @CsvSource({
        "'10',10,20,true",
        "'10',11,2000,false",
        "'10%',10,100,true",
        "'50,10%',51,1000,false",
        "'100%',9,9,true"
    })
    void allows_as_much_as_it_is_told(String text, long wanted, long held, boolean allowed) {
        assertThat(ChangeLimit.parse(text).allows(wanted, held)).isEqualTo(allowed);
    }

    /** Of a list that the ledger is to follow, even a handful is too much when nothing else is there. */
    @ParameterizedTest
    @CsvSource({
        "20,20,100,true",
        "21,0,100,false",
        "5,0,5,true",
        "5,5,5,false",
        "2,2,5,true",
        "1,1,1,false",
        "3,3,6,true"
    })
    void believes_a_list_that_lacks_little(long lacking, long following, long listed, boolean believed) {
        assertThat(ChangeLimit.STANDARD.believes(lacking, following, listed)).isEqualTo(believed);
    }

    @Test
    void believes_any_list_when_any_share_may_change() {
        assertThat(ChangeLimit.parse("100%").believes(9, 9, 9)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "-1", "1e9", "20%,30%", "20,30", "1,5,6%", "12345678901"})
    void does_not_understand_anything_else(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ChangeLimit.parse(text));
    }
}
