package io.almoner.book;

/** Whether a benefit comes with the package itself or on top of it. */
public enum BenefitType {
    CORE,
    INCREMENTAL
}
