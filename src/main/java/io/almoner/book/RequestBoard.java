package io.almoner.book;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** The service requests and key activations of one organisation. */
final class RequestBoard {

    private final Map<Long, Map<Long, ServiceRequest>> byOrder = new HashMap<>();
    private final Map<Long, KeyActivation> activations = new LinkedHashMap<>();
    private final Map<KeyActivation.Occasion, KeyActivation> byOccasion = new HashMap<>();
    private final Map<Long, Integer> namingUser = new HashMap<>();

    /** True when it was not there. */
    boolean put(ServiceRequest request) {
        ServiceRequest before = byOrder.computeIfAbsent(request.orderId(), order -> new LinkedHashMap<>(2))
                .put(request.id(), request);
        count(request.userId(), 1);
        count(before == null ? null : before.userId(), -1);
        return before == null;
    }

    /** True when it was there. */
    boolean remove(ServiceRequest request) {
        boolean known = byOrder.getOrDefault(request.orderId(), Map.of()).remove(request.id()) != null;
        count(known ? request.userId() : null, -1);
        return known;
    }

    /** True when it was not there. */
    boolean put(KeyActivation activation) {
        byOccasion.put(activation.occasion(), activation);
        KeyActivation before = activations.put(activation.id(), activation);
        count(activation.userId(), 1);
        count(before == null ? null : before.userId(), -1);
        return before == null;
    }

    /** True when it was there. */
    boolean remove(KeyActivation activation) {
        byOccasion.remove(activation.occasion(), activation);
        boolean known = activations.remove(activation.id()) != null;
        count(known ? activation.userId() : null, -1);
        return known;
    }

    private void count(@Nullable Long userId, int difference) {
        if (userId != null) {
            namingUser.merge(userId, difference, Integer::sum);
        }
    }

    /** Whether a request or an activation names a user. */
    boolean names(long userId) {
        return namingUser.getOrDefault(userId, 0) > 0;
    }

    @Nullable
    KeyActivation activation(long id) {
        return activations.get(id);
    }

    List<ServiceRequest> ofOrder(long orderId) {
        return List.copyOf(byOrder.getOrDefault(orderId, Map.of()).values());
    }

    Optional<KeyActivation> of(KeyActivation.Occasion occasion) {
        return Optional.ofNullable(byOccasion.get(occasion));
    }
}
