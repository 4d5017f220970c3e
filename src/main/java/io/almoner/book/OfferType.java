package io.almoner.book;

/** What kind of package an order bought. */
public enum OfferType {
    NETWORK,
    ACTION_PACK,
    SILVER,
    GOLD,
    LEARNING_ACTION_PACK,
    ISV_COSELL
}
