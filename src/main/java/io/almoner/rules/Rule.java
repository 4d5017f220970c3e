package io.almoner.rules;

import static io.almoner.rules.Layer.CAPACITY;
import static io.almoner.rules.Layer.CELL;
import static io.almoner.rules.Layer.FILE;
import static io.almoner.rules.Layer.GATE;
import static io.almoner.rules.Layer.REFERENCE;
import static io.almoner.rules.Layer.RIGHT;
import static io.almoner.rules.Layer.RUN;
import static io.almoner.rules.Layer.STATE;
import static io.almoner.rules.Severity.ERROR;
import static io.almoner.rules.Severity.INFORMATION;
import static io.almoner.rules.Severity.WARNING;

/**
 * The catalogue of rules. Codes are stable and public: they stand in rejects files, JSON and reports. Reasons and hints
 * are texts of the message files ({@code messages/findings*.properties}), found by the code.
 */
public enum Rule {
    MIG_001(ERROR, GATE),
    MIG_002(ERROR, RIGHT),
    MIG_003(WARNING, STATE),
    MIG_005(ERROR, REFERENCE),
    MIG_007(ERROR, RUN),
    MIG_008(ERROR, REFERENCE),
    MIG_009(WARNING, RUN),
    MIG_010(WARNING, RUN),
    MIG_012(WARNING, STATE),

    MPN_001(ERROR, CELL),
    MPN_002(ERROR, REFERENCE),

    ROL_001(ERROR, RIGHT),
    ROL_002(ERROR, RIGHT),
    ROL_003(ERROR, RIGHT),
    ROL_004(ERROR, RIGHT),
    ROL_005(INFORMATION, RUN),
    ROL_006(ERROR, CELL),

    USR_001(ERROR, REFERENCE),
    USR_002(ERROR, CELL),
    USR_003(ERROR, STATE),
    USR_004(ERROR, STATE),
    USR_005(ERROR, STATE),

    SW_001(ERROR, STATE),
    SW_002(ERROR, STATE),
    SW_003(INFORMATION, STATE),
    SW_004(ERROR, STATE),
    SW_005(ERROR, STATE),
    SW_007(ERROR, STATE),

    CLD_001(ERROR, RIGHT),
    CLD_002(ERROR, STATE),
    CLD_003(ERROR, STATE),
    CLD_007(ERROR, STATE),

    VS_001(ERROR, CAPACITY),
    VS_002(ERROR, STATE),
    VS_003(ERROR, STATE),
    VS_004(WARNING, STATE),
    VS_005(ERROR, CAPACITY),
    VS_006(ERROR, STATE),
    VS_007(ERROR, STATE),
    VS_008(WARNING, STATE),
    VS_009(ERROR, STATE),

    BEN_001(ERROR, REFERENCE),
    BEN_002(ERROR, REFERENCE),

    TEC_001(ERROR, STATE),
    TEC_002(ERROR, STATE),
    TEC_003(INFORMATION, STATE),
    TEC_004(WARNING, STATE),
    TEC_005(ERROR, CAPACITY),

    MKT_001(ERROR, STATE),
    MKT_002(ERROR, STATE),
    MKT_003(ERROR, STATE),
    MKT_005(WARNING, CELL),

    GTM_001(ERROR, STATE),
    GTM_002(ERROR, STATE),
    GTM_003(ERROR, STATE),
    GTM_004(INFORMATION, STATE),

    REF_001(ERROR, STATE),
    REF_002(ERROR, STATE),
    REF_003(WARNING, STATE),
    REF_004(ERROR, STATE),
    REF_005(ERROR, STATE),

    REN_001(INFORMATION, STATE),
    REN_003(INFORMATION, STATE),

    CAP_001(ERROR, CAPACITY),
    CAP_002(ERROR, CAPACITY),
    CAP_003(ERROR, CAPACITY),

    REC_001(WARNING, RUN),
    REC_002(WARNING, RUN),
    REC_003(WARNING, RUN),
    REC_004(WARNING, RUN),
    REC_005(WARNING, RUN),
    REC_006(WARNING, RUN),
    REC_007(WARNING, RUN),
    REC_008(WARNING, RUN),
    REC_009(WARNING, RUN),
    REC_010(WARNING, RUN),
    REC_011(WARNING, RUN),
    REC_012(WARNING, RUN),
    REC_013(WARNING, RUN),
    REC_014(WARNING, RUN),

    UND_001(ERROR, STATE),
    UND_002(ERROR, STATE),

    FIL_001(ERROR, FILE),
    FIL_002(INFORMATION, CELL),
    FIL_003(ERROR, CELL),
    FIL_004(INFORMATION, FILE),
    FIL_005(ERROR, CELL),
    FIL_006(ERROR, CELL),
    FIL_007(INFORMATION, CELL),
    FIL_008(ERROR, CELL),
    FIL_009(ERROR, CELL),
    FIL_010(ERROR, FILE);

    private final Severity severity;
    private final Layer layer;
    private final String code;

    Rule(Severity severity, Layer layer) {
        this.severity = severity;
        this.layer = layer;
        this.code = name().replace('_', '-');
    }

    /** The severity unless a policy or the kind of job says otherwise. */
    public Severity severity() {
        return severity;
    }

    /** When this rule is asked. */
    public Layer layer() {
        return layer;
    }

    /** The public code, such as {@code USR-001}. */
    public String code() {
        return code;
    }

    /**
     * The rule of a public code.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Rule ofCode(String code) {
        return valueOf(code.replace('-', '_'));
    }
}
