/**
 * Mail: what a job tells people who never see its output, sent by SMTP, or laid into the outbox of the home where there is
 * no server. Loaded only when a mail is written, so that no other command starts slower.
 */
@org.jspecify.annotations.NullMarked
package io.almoner.mail;
