/**
 * Writers of files for other programs. {@link io.almoner.portal.Export} writes the ledger as a layout that can be imported
 * again; a layout is one mapping function from a book to rows. {@link io.almoner.portal.UploadFiles} writes what is new as
 * a portal takes it. Nothing here decides anything, and nothing reads a clock or a database.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.portal;
