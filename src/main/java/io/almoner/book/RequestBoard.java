package io.almoner.book;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The service requests and key activations of one organisation. */
final class RequestBoard {

    private final Map<Long, Map<Long, ServiceRequest>> byOrder = new HashMap<>();
    private final Map<Long, KeyActivation> activations = new LinkedHashMap<>();
    private final Map<KeyActivation.Occasion, KeyActivation> byOccasion = new HashMap<>();

    /** True when it was not there. */
    boolean put(ServiceRequest request) {
        return byOrder.computeIfAbsent(request.orderId(), order -> new LinkedHashMap<>(2))
                        .put(request.id(), request)
                == null;
    }

    /** True when it was there. */
    boolean remove(ServiceRequest request) {
        return byOrder.getOrDefault(request.orderId(), Map.of()).remove(request.id()) != null;
    }

    /** True when it was not there. */
    boolean put(KeyActivation activation) {
        byOccasion.put(activation.occasion(), activation);
        return activations.put(activation.id(), activation) == null;
    }

    /** True when it was there. */
    boolean remove(KeyActivation activation) {
        byOccasion.remove(activation.occasion(), activation);
        return activations.remove(activation.id()) != null;
    }

    List<ServiceRequest> ofOrder(long orderId) {
        return List.copyOf(byOrder.getOrDefault(orderId, Map.of()).values());
    }

    Optional<KeyActivation> of(KeyActivation.Occasion occasion) {
        return Optional.ofNullable(byOccasion.get(occasion));
    }
}
