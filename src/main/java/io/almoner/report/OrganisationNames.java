package io.almoner.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The names by which a report shows organisations: behind those that have the same name stands their OrgId. */
final class OrganisationNames {

    private final Map<Long, String> codes;
    private final Set<String> namesakes;

    /** @param codes OrgIds of the organisations that share their name with another, by identifier */
    OrganisationNames(Map<Long, String> codes) {
        this.codes = Map.copyOf(codes);
        this.namesakes = new TreeSet<>(codes.values());
    }

    /** Of a row that has its {@code organisation_id}, and its name as {@code organisation}. */
    String of(ResultSet row) throws SQLException {
        String name = row.getString("organisation");
        String code = codes.get(row.getLong("organisation_id"));
        return code == null ? name : toldApart(name, code);
    }

    String of(String code, String name) {
        return namesakes.contains(code) ? toldApart(name, code) : name;
    }

    /** The name of one that shares it with another. */
    static String toldApart(String name, String code) {
        return name + " (" + code + ")";
    }
}
