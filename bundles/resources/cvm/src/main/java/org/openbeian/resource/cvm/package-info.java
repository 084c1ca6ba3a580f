/** The cloud server (云服务器, CVM) as a resource of an access. */
package org.openbeian.resource.cvm;
