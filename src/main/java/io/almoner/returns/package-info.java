/**
 * What a person gets back: rejects in the format of her own file ({@link io.almoner.returns.RejectsWriter}), findings, plans,
 * the summary, and the texts in six languages. Every file is written aside and moved when it is whole, holds no secret, and
 * starts no formula. Nothing here judges a row.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.returns;
