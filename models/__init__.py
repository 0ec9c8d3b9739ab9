"""Tables, states and value objects. Nothing here talks to a database.

One file per noun. Tables: agency, plan, section, activity, assignment, event, notice, mail, submission,
extension, trigger, item, dispatch. Values: kinds, moves, policy, plan_file.
"""
