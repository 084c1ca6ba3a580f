/** The authorization code (备案授权码) as a resource of an access: A-18. */
package org.openbeian.resource.auth.code;
