package org.openbeian.security.account;

import java.util.regex.Pattern;
import org.openbeian.core.config.ConfigGuard;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.LoggerFactory;

/** The configuration of accounts that is in force. Thread-safe. */
@Component(service = AccountSettings.class, configurationPid = AccountSettings.PID)
@Designate(ocd = AccountSettings.Config.class)
public final class AccountSettings {

    static final String PID = "org.openbeian.security";

    private final ConfigGuard<Config> guard = new ConfigGuard<>(Config.class, PID, LoggerFactory.getLogger(AccountSettings.class))
            .number("remember.seconds", 0, 3600)
            .number("lock.failures", 3, 100)
            .number("lock.seconds", 1, 3600)
            .number("lock.longest.seconds", 1, 86_400)
            .number("session.hours", 1, 720)
            .number("session.idle.minutes", 1, 1440)
            .number("code.minutes", 1, 60)
            .number("code.tries", 1, 20)
            .number("code.again.seconds", 1, 3600)
            .number("code.hourly", 1, 100)
            .text("support.phone", Pattern.compile("|[0-9 +-]{3,30}"), "a phone number, or nothing");

    /** Configuration {@code org.openbeian.security}. */
    @ObjectClassDefinition(name = "OpenBeian accounts", description = "Log-in, lock-out and registration of local accounts."
            + " A bad value is refused and named in the log; the old one stays.")
    public @interface Config {

        /** How long an accepted password is remembered, in seconds. */
        @AttributeDefinition(name = "Remember a password", description = "Seconds for which an accepted name and password are not"
                + " hashed again; a changed password or a closed account takes effect at once all the same. 0 to 3600")
        int remember_seconds() default 600;

        /** Failed log-ins in a row after which an account is locked. */
        @AttributeDefinition(name = "Failures", description = "Failed log-ins in a row after which an account is locked, 3 to 100")
        int lock_failures() default 5;

        /** Length of the first lock-out, in seconds. */
        @AttributeDefinition(name = "Lock", description = "Seconds of the first lock-out, 1 to 3600; each further failure"
                + " doubles it")
        int lock_seconds() default 30;

        /** Length of the longest lock-out, in seconds. */
        @AttributeDefinition(name = "Longest lock", description = "Seconds of the longest lock-out, 1 to 86400")
        int lock_longest_seconds() default 3600;

        /** Longest session of a browser, in hours. */
        @AttributeDefinition(name = "Session", description = "Hours after which a browser's session ends, 1 to 720")
        int session_hours() default 12;

        /** Idle time after which a session ends, in minutes. */
        @AttributeDefinition(name = "Idle session", description = "Minutes without a request after which a browser's session ends,"
                + " 1 to 1440")
        int session_idle_minutes() default 30;

        /** How long a verification code is good, in minutes. */
        @AttributeDefinition(name = "Code", description = "Minutes for which a verification code is good, 1 to 60")
        int code_minutes() default 10;

        /** Tries that a verification code has. */
        @AttributeDefinition(name = "Tries of a code", description = "Wrong tries that end a verification code, 1 to 20")
        int code_tries() default 5;

        /** Time until another code can be asked for, in seconds. */
        @AttributeDefinition(name = "Code again", description = "Seconds until an account can ask for another verification code,"
                + " 1 to 3600")
        int code_again_seconds() default 60;

        /** Codes in an hour. */
        @AttributeDefinition(name = "Codes an hour", description = "Verification codes that one account asks for, or one address"
                + " gets, in an hour at most, 1 to 100")
        int code_hourly() default 5;

        /** Whether applicants open accounts themselves (E-01). */
        @AttributeDefinition(name = "Self-registration", description = "Whether applicants open accounts themselves (E-01)")
        boolean registration_open() default false;

        /** Where an account is opened otherwise (E-01, E-02). */
        @AttributeDefinition(name = "Support phone", description = "Phone number that opens accounts and helps with a filing"
                + " (E-01, E-02); empty for none")
        String support_phone() default "";
    }

    /** With the configuration given; what of it is refused has its default. */
    @Activate
    public AccountSettings(Config given) {
        guard.update(given);
    }

    @Modified
    void modified(Config given) {
        guard.update(given);
    }

    /** What is in force now; ask again for each use. */
    Config get() {
        return guard.get();
    }
}
