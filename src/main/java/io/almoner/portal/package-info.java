/**
 * Writers of the layouts that can be imported again. The doors are {@link io.almoner.portal.Export}, where a layout is one
 * mapping function from a book to rows, and {@link io.almoner.portal.Template}, the same layouts to be filled in by hand.
 * Nothing here decides anything, and nothing reads a clock or a database.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.portal;
