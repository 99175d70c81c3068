namespace Numerai.Behaviour.Fixtures;

/// <summary>A model of the fixtures' tournament.</summary>
/// <param name="Skill">Share of the truth in what it predicts.</param>
/// <param name="Stake">In NMR; 0 for none.</param>
internal sealed record FixtureModel(string Owner, int Tournament, string Name, double Skill, int Stake)
{
    public static IReadOnlyList<FixtureModel> All { get; } =
    [
        new("ada", 8, "ada_one", 0.9, 100),
        new("ada", 8, "ada_two", 0.7, 0),
        new("bob", 8, "bob_one", 0.6, 200),
        new("bob", 8, "bob_two", -0.6, 20),
        new("cyd", 8, "cyd_one", -0.4, 60),
        new("cyd", 8, "cyd_idle", 0.2, 0),
        new("ada", 11, "ada_signal", 0.9, 40),
        new("bob", 11, "bob_signal", -0.8, 30),
        new("ada", 12, "ada_coin", 0.8, 25),
        new("bob", 12, "bob_coin", -0.5, 25),
    ];

    public static FixtureModel Of(string name) => All.Single(model => model.Name == name);

    public static IEnumerable<FixtureModel> In(int tournament) => All.Where(model => model.Tournament == tournament);
}
