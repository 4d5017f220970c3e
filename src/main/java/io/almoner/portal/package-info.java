/**
 * Writers of the layouts that can be imported again. The door is {@link io.almoner.portal.Export}; a layout is one mapping
 * function from a book to rows. Nothing here decides anything, and nothing reads a clock or a database.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.portal;
