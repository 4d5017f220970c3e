package io.almoner.intake;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.almoner.book.Command;
import io.almoner.rules.Finding;

/**
 * What a row says, as far as its cells can be read.
 *
 * @param organisationCode the organisation that it names (OrgId); null when it names none
 * @param mpnId the location that it names and by which its organisation is found; null when it names none
 * @param command what it asks for; null when a finding refuses the row
 * @param sketch the command as far as it could be read, cells with errors being null; null when what identifies it is
 *     missing
 * @param findings what its cells gave rise to
 */
public record ParsedRow(
        @Nullable String organisationCode,
        @Nullable String mpnId,
        @Nullable Command command,
        @Nullable Command sketch,
        List<Finding> findings) {}
