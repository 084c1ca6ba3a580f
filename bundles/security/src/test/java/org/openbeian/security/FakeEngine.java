package org.openbeian.security;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.jaas.boot.principal.GroupPrincipal;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.apache.karaf.jaas.modules.BackingEngine;

/** Users in memory; fails on request. */
final class FakeEngine implements BackingEngine {

    final Map<String, String> passwords = new LinkedHashMap<>();
    final Map<String, List<String>> roles = new LinkedHashMap<>();
    String failAt;

    @Override
    public void addUser(String name, String password) {
        if (name.equals(failAt)) {
            throw new IllegalStateException("killed");
        }
        passwords.put(name, password);
    }

    @Override
    public void addRole(String name, String role) {
        List<String> held = roles.computeIfAbsent(name, key -> new ArrayList<>());
        if (!held.contains(role)) {
            held.add(role);
        }
    }

    @Override
    public List<UserPrincipal> listUsers() {
        return passwords.keySet().stream().map(UserPrincipal::new).toList();
    }

    @Override
    public UserPrincipal lookupUser(String name) {
        return passwords.containsKey(name) ? new UserPrincipal(name) : null;
    }

    @Override
    public List<RolePrincipal> listRoles(Principal principal) {
        return roles.getOrDefault(principal.getName(), List.of()).stream().map(RolePrincipal::new).toList();
    }

    @Override
    public void deleteUser(String name) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<GroupPrincipal> listGroups(UserPrincipal principal) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<GroupPrincipal, String> listGroups() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addGroup(String name, String group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void createGroup(String group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteGroup(String name, String group) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteRole(String name, String role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void addGroupRole(String group, String role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void deleteGroupRole(String group, String role) {
        throw new UnsupportedOperationException();
    }
}
