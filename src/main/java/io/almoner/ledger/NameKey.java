package io.almoner.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RawCollationKey;
import com.ibm.icu.util.ULocale;
import org.jspecify.annotations.Nullable;

/**
 * What stands for a name when names are sorted: bytes that are in the order in which readers of a language look for the
 * names. Accents and case matter only between names that are equal but for them, code points only between those that are
 * equal for the language. Public because the embedded database calls it.
 */
public final class NameKey {

    /** The database can only call a static method, for every row; what is kept here never changes. */
    private static final Map<String, Collator> COLLATORS = new ConcurrentHashMap<>();

    private NameKey() {}

    /**
     * The key of a name.
     *
     * @param language ISO 639, such as {@code zh}
     */
    public static byte @Nullable [] of(@Nullable String name, String language) {
        return name == null ? null : key(name, language);
    }

    static byte[] key(String name, String language) {
        Collator collator = COLLATORS.computeIfAbsent(language, NameKey::collator);
        RawCollationKey raw = collator.getRawCollationKey(name, new RawCollationKey(3 * name.length() + 16));
        byte[] text = name.getBytes(StandardCharsets.UTF_8); // in the order of code points
        byte[] key = Arrays.copyOf(raw.bytes, raw.size + text.length);
        System.arraycopy(text, 0, key, raw.size, text.length); // raw ends with a byte that stands nowhere else in it: 0
        return key;
    }

    private static Collator collator(String language) {
        return Collator.getInstance(ULocale.forLanguageTag(language)).freeze();
    }
}
