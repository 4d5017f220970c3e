package io.almoner.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import io.almoner.book.OfferType;
import io.almoner.book.Role;
import io.almoner.book.Words;
import io.almoner.rules.Policy;
import io.almoner.rules.Policy.RefundScope;
import io.almoner.rules.Policy.SeatCaps;
import io.almoner.rules.Policy.TechnicalActivation;
import io.almoner.rules.Policy.UsageBasedAssignee;
import io.almoner.rules.Policy.UsageBasedRemoval;
import io.almoner.rules.Policy.UseCaps;
import io.almoner.rules.Severity;

/** The dated policies that come with the program: data of {@code policies/*.yaml}. */
public final class Policies {

    /** The names of all policies, the oldest first. */
    public static final List<String> NAMES = List.of("2020-03", "2020-08", "2020-11", "2021-02");

    /** The policy of who names none. */
    public static final String DEFAULT = "2020-03";

    /** The policy of a name; empty when there is none. */
    public Optional<Policy> named(String name) {
        return NAMES.contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    private static Policy read(String name) {
        try (InputStream in = Policies.class.getResourceAsStream("/policies/" + name + ".yaml")) {
            Map<String, Object> data = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return policy(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Policy policy(Map<String, Object> data) {
        return new Policy(
                text(data, "name"),
                roles((List<?>) value(data, "assigningRoles")),
                number(data, "seatCoolDownDays"),
                TechnicalActivation.valueOf(text(data, "technicalActivation")),
                UsageBasedAssignee.valueOf(text(data, "usageBasedAssignee")),
                UsageBasedRemoval.valueOf(text(data, "usageBasedRemoval")),
                number(data, "refundDays"),
                RefundScope.valueOf(text(data, "refundScope")),
                Severity.valueOf(text(data, "revealedKeyInRefund")),
                number(data, "activationWindowDays"),
                seatCaps((Map<?, ?>) value(data, "seatCaps")),
                useCaps((Map<?, ?>) value(data, "useCaps")),
                offers((Map<?, ?>) value(data, "offers")));
    }

    private static Map<String, OfferType> offers(Map<?, ?> data) {
        Map<String, OfferType> offers = new HashMap<>();
        data.forEach((level, names) -> ((List<?>) names)
                .forEach(name ->
                        offers.put(Words.plain(String.valueOf(name)), OfferType.valueOf(String.valueOf(level)))));
        return offers;
    }

    private static Set<Role> roles(List<?> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(String.valueOf(name))));
        return roles;
    }

    private static SeatCaps seatCaps(Map<?, ?> data) {
        return new SeatCaps(
                number(data, "silverCountry"),
                number(data, "silverWorldwide"),
                number(data, "goldCountry"),
                number(data, "goldWorldwide"));
    }

    private static UseCaps useCaps(Map<?, ?> data) {
        return new UseCaps(number(data, "country"), number(data, "worldwide"));
    }

    private static String text(Map<?, ?> data, String key) {
        return String.valueOf(value(data, key));
    }

    private static int number(Map<?, ?> data, String key) {
        return ((Number) value(data, key)).intValue();
    }

    private static Object value(Map<?, ?> data, String key) {
        Object value = data.get(key);
        if (value == null) {
            throw new IllegalStateException("the policy has no " + key);
        }
        return value;
    }
}
