package io.almoner.jobfile;

import java.time.ZoneId;

/**
 * When a job is to be run.
 *
 * @param cron five fields, as in a crontab: minute, hour, day of the month, month, day of the week
 * @param zone whose clock is meant
 */
public record Schedule(String cron, ZoneId zone) {}
