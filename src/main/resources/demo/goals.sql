insert into strategic_goal (id, strategy, title, indicator, baseline, target, deadline, owner, weight, in_force) values
('S-2026-01/D1', 'S-2026-01', 'Cliënten wonen langer zelfstandig en veilig', 'Cliënten met een hulpmiddel dat hulp aan huis vervangt', '12%', '30%', '2029-01-01', 'Directeur Zorg', 5, true),
('S-2026-01/D2', 'S-2026-01', 'Minder tijd aan verslaglegging, meer tijd voor zorg', 'Minuten verslaglegging per dienst', '62', '40', '2028-07-01', 'Directeur Zorg', 5, true),
('S-2026-01/D3', 'S-2026-01', 'Rustiger nachten voor cliënten en nachtdienst', 'Onnodige rondes per nacht en per team', '14', '5', '2028-01-01', 'Manager Verpleeghuizen', 4, true),
('S-2026-01/D4', 'S-2026-01', 'Medicatie is veilig en op tijd', 'Medicatie-incidenten per 1000 giften', '3,1', '1,5', '2028-01-01', 'Manager Kwaliteit', 4, true),
('S-2026-01/D5', 'S-2026-01', 'Medewerkers blijven graag bij ons werken', 'Medewerkerstevredenheid (rapportcijfer)', '7,1', '7,8', '2029-01-01', 'Manager HR', 3, true);
