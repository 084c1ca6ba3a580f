package org.openbeian.authority.simulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Drives the authority simulator. Changes are durable when a method returns, faults and pauses excepted. Thread-safe.
 */
@ProviderType
public interface SimulatorControl {

    /** Processor time that the simulator used in the server's process since it started, so that measurements can tell it apart. */
    Duration cpuTime();

    /** The clock and what it waits for. */
    ClockView clock();

    /** Stops jumps; time still passes as real time does. */
    void pause();

    /** Lets the clock jump by itself again. */
    void resume();

    /** Jumps once to the next planned instant, whatever is running; without effect if nothing is planned. */
    void step();

    /**
     * Jumps to an instant.
     *
     * @throws IllegalArgumentException if it is in the past
     */
    void advanceTo(Instant instant);

    /** Sets the real time between two jumps, so that people can watch. */
    void pauseBetweenJumps(Duration pause);

    /** Every account with its counters. */
    List<AccountView> accounts();

    /**
     * Filings taken, newest first.
     *
     * @param limit most rows, at least 1
     */
    List<FilingView> filings(int limit);

    /** How often each submission was taken. */
    List<Acceptance> acceptances();

    /** Submissions that were taken more than once in a round; empty is as it should be. */
    List<Acceptance> duplicates();

    /**
     * A virtual person enters a code.
     *
     * @param filingId the simulator's number of the filing
     * @param right whether the code is right; the fifth wrong one sends the filing back
     * @throws IllegalArgumentException if no such filing waits for a code
     */
    void enterCode(long filingId, boolean right);

    /**
     * An officer decides now.
     *
     * @param filingId the simulator's number of the filing
     * @param pass whether it passes
     * @param opinion his words, or null
     * @throws IllegalArgumentException if no such filing is open
     */
    void decide(long filingId, boolean pass, String opinion);

    /**
     * Lets an authority tell something by itself; it waits to be fetched.
     *
     * @param authorityId code of the authority
     * @throws IllegalArgumentException if there is no such authority, or the announcement lacks what it is about
     */
    void announce(String authorityId, Announcement announcement);

    /** The scenarios in force. */
    List<Scenario> scenarios();

    /** Puts a scenario in force for filings taken from now on; replaces the one with the same match. */
    void setScenario(Scenario scenario);

    /** Removes a scenario; the one for all goes back to its default. */
    void removeScenario(String match);

    /** Shows a fault at the next calls to which it applies. */
    void inject(Fault fault, int times);

    /**
     * Shows random faults.
     *
     * @param rate share of the calls, 0 to 1; 0 ends it
     * @param seed start of the random numbers
     */
    void failRandomly(double rate, long seed);

    /** Faults still to be shown, with how often. */
    Map<Fault, Integer> faults();

    /** Faults that were shown since the start, with how often. */
    Map<Fault, Integer> shownFaults();

    /** Ends every fault. */
    void clearFaults();
}
