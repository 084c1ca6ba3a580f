-- States that the gate took over from the register under names that it does not know.
update register_service set gate_state = 'BLACKLISTED' where gate_state = 'BLOCKED';
update register_service set gate_state = 'FILED' where gate_state = 'RECTIFY_REQUIRED';
