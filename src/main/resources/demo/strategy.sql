insert into strategy_version (id, strategy, version_number, sequence_number, adopted_at, adopted_by, reason, starts_on, ends_on, why_now, vision_why,
    vision_focus, vision_progress, vision_proof, mission, core_values, scope_in, scope_out, technology, care_technology, innovation, impact, scaling_up,
    quality_of_life, quality_of_care) values
('S-2026-01', 'S-2026-01', 1, 1, current_timestamp, 'board', 'Alle afdelingen hebben meegedacht en beide raden adviseren positief.', '2026-01-01', '2029-12-31',
 'De vraag naar zorg groeit sneller dan het aantal collega’s. De vorige strategie liep af.',
 'Omdat we ook over tien jaar goede zorg willen geven, met minder mensen per cliënt.',
 'Op langer zelfstandig wonen, rustige nachten, veilige medicatie en minder tijd achter het scherm.',
 'Met een kleine lijst van prioriteiten. We beginnen pas iets nieuws als er ruimte is om het af te maken.',
 'Elk doel heeft een indicator met een beginstand. Het managementteam kijkt elk kwartaal naar de cijfers en het verhaal erachter.',
 'Wij helpen mensen hun eigen leven te leiden, ook als zij veel zorg nodig hebben.', 'Nabijheid, vakmanschap en eigen regie.',
 'Technologie in zorg en ondersteuning, thuis en in onze huizen.', 'Kantoorautomatisering en de vervanging van het cliëntdossier.',
 'Een hulpmiddel met techniek erin.', 'Technologie die helpt bij zorg, behandeling of zelfredzaamheid.', 'Iets nieuws dat een probleem van cliënten of medewerkers oplost.',
 'Wat er merkbaar beter wordt voor cliënten en medewerkers.', 'Van enkele teams naar alle teams die er iets aan hebben.',
 'Hoe iemand zelf het leven ervaart.', 'Veilig, op tijd en zoals de cliënt het wil.');
insert into strategy_pillar (version, code, title) values
('S-2026-01', 'P1', 'Zelf doen wat kan'), ('S-2026-01', 'P2', 'Werk dat vol te houden is'), ('S-2026-01', 'P3', 'Veilige zorg');
insert into strategy_target_group (version, code, title) values
('S-2026-01', 'G1', 'Cliënten thuis'), ('S-2026-01', 'G2', 'Cliënten in onze huizen'), ('S-2026-01', 'G3', 'Medewerkers in de zorg');
insert into strategy_option (version, code, title, problem, pillar, choice, rank_number, look_again_on, impact_argument, staff_argument,
    feasibility_argument, finance_argument, risk_argument) values
('S-2026-01', 'O1', 'Hulp op afstand in de wijk', 'Wie thuis woont, wacht te vaak op een bezoek van vijf minuten.', 'P1', 'yes', 1, null,
 'Cliënten doen zelf meer en wachten minder.', 'Minder reistijd voor de wijkteams.', 'De verbinding thuis is op orde.', 'Past in de begroting.', 'Klein: een bezoek blijft altijd mogelijk.'),
('S-2026-01', 'O2', 'Praten in plaats van typen', 'Verslaglegging kost een uur per dienst.', 'P2', 'yes', 2, null,
 'Meer aandacht tijdens de zorg.', 'Een half uur minder achter het scherm.', 'Twee teams werken er al mee.', 'De licentie betaalt zich terug.', 'Gemiddeld: let op privacy.'),
('S-2026-01', 'O3', 'Waken zonder wekken', 'Rondes in de nacht maken cliënten wakker.', 'P3', 'yes', 3, null,
 'Cliënten slapen door.', 'De nachtdienst loopt minder voor niets.', 'Het netwerk kan het aan.', 'Eenmalige kosten per huis.', 'Gemiddeld: alarm moet altijd werken.'),
('S-2026-01', 'O4', 'Robots in de huiskamer', 'Cliënten zijn overdag vaak alleen.', 'P1', 'notYet', null, '2027-06-01',
 'Nog onzeker.', 'Weinig.', 'Vraagt veel begeleiding.', 'Duur in aanschaf.', 'Groot: kan menselijk contact vervangen.'),
('S-2026-01', 'O5', 'Een eigen app voor familie', 'Familie belt vaak voor nieuws.', null, 'no', null, '2028-01-01',
 'Het portaal doet dit al.', 'Weinig.', 'Een app erbij vraagt beheer.', 'Geen dekking.', 'Groot: gegevens op een plek erbij.');
insert into strategic_goal (id, version, title, for_whom, indicator, direction, baseline, target, source, deadline, owner, weight, pillar, option_code) values
('S-2026-01/D1', 'S-2026-01', 'Cliënten wonen langer zelfstandig en veilig', 'Cliënten thuis', 'Cliënten met een hulpmiddel dat hulp aan huis vervangt (%)', 'higher', '12', '30', 'Cliëntdossier', '2029-01-01', 'line-manager/line-manager', 5, 'P1', 'O1'),
('S-2026-01/D2', 'S-2026-01', 'Minder tijd aan verslaglegging, meer tijd voor zorg', 'Medewerkers in de zorg', 'Minuten verslaglegging per dienst', 'lower', '62', '40', 'Tijdmeting per kwartaal', '2028-07-01', 'line-manager/line-manager', 5, 'P2', 'O2'),
('S-2026-01/D3', 'S-2026-01', 'Rustiger nachten voor cliënten en nachtdienst', 'Cliënten in onze huizen en de nachtdienst', 'Onnodige rondes per nacht en per team', 'lower', '14', '5', 'Logboek van de nacht', '2028-01-01', 'head-of-implementation/head-of-implementation', 4, 'P3', 'O3'),
('S-2026-01/D4', 'S-2026-01', 'Medicatie is veilig en op tijd', 'Cliënten', 'Medicatie-incidenten per 1000 giften', 'lower', '3,1', '1,5', 'Meldingen incidenten', '2028-01-01', 'privacy-quality/privacy-quality', 4, 'P3', 'O1'),
('S-2026-01/D5', 'S-2026-01', 'Medewerkers blijven graag bij ons werken', 'Medewerkers', 'Medewerkerstevredenheid (rapportcijfer)', 'higher', '7,1', '7,8', 'Onderzoek onder medewerkers', '2029-01-01', 'hr/hr', 3, 'P2', 'O2');
insert into strategic_goal_target_group (goal, target_group) values
('S-2026-01/D1', 'G1'), ('S-2026-01/D2', 'G3'), ('S-2026-01/D3', 'G2'), ('S-2026-01/D3', 'G3'), ('S-2026-01/D4', 'G1'), ('S-2026-01/D4', 'G2'), ('S-2026-01/D5', 'G3');
insert into strategy_precondition (version, code, goal, title, owner, due) values
('S-2026-01', 'R1', 'S-2026-01/D3', 'Wifi in alle gangen', 'it/it', '2027-03-01'),
('S-2026-01', 'R2', 'S-2026-01/D2', 'Afspraken over wat wel en niet in het dossier hoort', 'privacy-quality/privacy-quality', '2027-01-15');
insert into strategy_activity (version, code, goal, kind, title) values
('S-2026-01', 'A1', 'S-2026-01/D1', 'training', 'Wijkteams leren werken met hulp op afstand'),
('S-2026-01', 'A2', 'S-2026-01/D2', 'policy', 'Korter verslag: nieuwe richtlijn'),
('S-2026-01', 'A3', 'S-2026-01/D5', 'leadership', 'Elke teammanager spreekt elk kwartaal over werkplezier');
