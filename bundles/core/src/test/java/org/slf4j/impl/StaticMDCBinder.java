package org.slf4j.impl;

import org.slf4j.helpers.BasicMDCAdapter;
import org.slf4j.spi.MDCAdapter;

/** Gives the tests a diagnostic context that keeps what is put into it; the one of slf4j-simple forgets everything. */
public final class StaticMDCBinder {

    /** Where slf4j looks for it. */
    public static final StaticMDCBinder SINGLETON = new StaticMDCBinder();

    private StaticMDCBinder() {
    }

    /** How slf4j gets it. */
    public static StaticMDCBinder getSingleton() {
        return SINGLETON;
    }

    /** The context. */
    public MDCAdapter getMDCA() {
        return new BasicMDCAdapter();
    }

    /** Name of the context's class. */
    public String getMDCAdapterClassStr() {
        return BasicMDCAdapter.class.getName();
    }
}
