package org.openbeian.core.order;

import org.openbeian.api.authority.AuthorityNotice;

/** Takes what authorities tell by themselves. Thread-safe. */
public interface NoticeIntake {

    /** Takes a notice; told twice, it changes nothing the second time. Joins the caller's transaction. */
    void enter(String authorityId, AuthorityNotice notice);
}
