package io.almoner.intake;

/**
 * How the bytes outside ASCII stand together. Western letters stand alone among ASCII ones; Chinese and Japanese
 * characters are pairs, and so stand in runs.
 *
 * @param single runs of one or two bytes between ASCII letters
 * @param all every run
 */
record ByteRuns(int single, int all) {

    static ByteRuns of(byte[] text) {
        int single = 0;
        int all = 0;
        int start = -1;
        for (int i = 0; i <= text.length; i++) {
            boolean foreign = i < text.length && text[i] < 0;
            if (foreign && start < 0) {
                start = i;
            } else if (!foreign && start >= 0) {
                all++;
                single += i - start <= 2 && (isLetter(text, start - 1) || isLetter(text, i)) ? 1 : 0;
                start = -1;
            }
        }
        return new ByteRuns(single, all);
    }

    boolean lookWestern() {
        return all > 0 && single * 10L >= all * 9L;
    }

    boolean lookPaired() {
        return all > 0 && single * 2L <= all;
    }

    private static boolean isLetter(byte[] text, int at) {
        return at >= 0 && at < text.length && Character.isLetter(text[at] & 0x7F) && text[at] >= 0;
    }
}
