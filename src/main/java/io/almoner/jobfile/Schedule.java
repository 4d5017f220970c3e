package io.almoner.jobfile;

import java.time.ZoneId;

/**
 * When a job is to be run.
 *
 * @param cron five fields, as in a crontab: minute, hour, day of the month, month, day of the week
 * @param zone whose clock is meant
 * @param missed what becomes of a time at which nobody could run it
 */
public record Schedule(String cron, ZoneId zone, Missed missed) {

    /** What becomes of a time that went by while the service was down or the machine asleep. */
    public enum Missed {
        /** It is run as soon as possible, once, however many such times there were. */
        RUN_ONCE,
        /** It is told, and the next time is waited for. */
        SKIP
    }
}
