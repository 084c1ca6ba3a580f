/** The empty forms that applicants fill in. */
package org.openbeian.core.form;
