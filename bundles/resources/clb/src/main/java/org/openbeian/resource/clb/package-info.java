/** The load balancer (负载均衡实例) as a resource of an access: A-17. */
package org.openbeian.resource.clb;
