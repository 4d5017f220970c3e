package io.almoner.drift;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Locale;
import java.util.Random;

/** What differs in every portal and is no difference: capitals, a day more or less, the order of the rows. */
final class Noise {

    private Noise() {}

    static void in(Partner partner, Random random) {
        for (Line seat : partner.lines(Sheet.SEATS)) {
            if (random.nextInt(10) == 0) {
                seat.set("SignInEmail", seat.get("SignInEmail").toUpperCase(Locale.ROOT));
                seat.set("SubscriptionGuid", seat.get("SubscriptionGuid").toUpperCase(Locale.ROOT));
            }
            if (random.nextInt(10) == 0) {
                seat.set(
                        "ExpirationDate",
                        LocalDate.parse(seat.get("ExpirationDate")).plusDays(1).toString());
            }
        }
        Collections.shuffle(partner.lines(Sheet.SEATS), random);
        Collections.shuffle(partner.lines(Sheet.KEYS), random);
        Collections.shuffle(partner.lines(Sheet.BENEFITS), random);
        Collections.shuffle(partner.lines(Sheet.INDIVIDUALS), random);
    }
}
