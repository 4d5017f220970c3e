/** What a person gets back: rejects in the format of her own file, findings, plans and the summary. */
@org.jspecify.annotations.NullMarked
package io.almoner.returns;
