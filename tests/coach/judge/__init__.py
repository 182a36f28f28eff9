"""An independent judge of plans: reads plan.json alone and says whether a strict coach would sign it. Shares no code with the planner."""
