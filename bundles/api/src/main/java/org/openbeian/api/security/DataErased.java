package org.openbeian.api.security;

/** Stored personal data that nobody can read any more, because its key was destroyed on purpose. */
public final class DataErased extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** Names the scope whose key is gone. */
    public DataErased(String scope) {
        super("the personal data of " + scope + " was erased");
    }
}
