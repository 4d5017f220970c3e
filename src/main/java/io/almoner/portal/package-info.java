/**
 * Writers of files that leave the ledger. The doors are {@link io.almoner.portal.Export}, for the layouts that can be
 * imported again, where a layout is one mapping function from a book to rows; {@link io.almoner.portal.Template}, the same
 * layouts to be filled in by hand; {@link io.almoner.portal.UploadFiles}, for what is new as a portal takes it; and
 * {@link io.almoner.portal.KeyFile}, for clear keys. Nothing here decides anything, and nothing reads a clock or a database.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.portal;
