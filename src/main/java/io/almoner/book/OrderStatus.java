package io.almoner.book;

/** The life of an order. */
public enum OrderStatus {
    CREATED,
    PAYMENT_PENDING,
    ACTIVE,
    RENEWAL_WINDOW,
    RENEWED,
    LAPSED,
    EXPIRED,
    CANCEL_REQUESTED,
    REFUNDED,
    REFUND_DENIED
}
