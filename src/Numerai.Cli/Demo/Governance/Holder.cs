namespace Numerai.Cli.Demo.Governance;

/// <summary>Somebody in the story: an account with NMR, perhaps with a model.</summary>
/// <param name="Skill">Share of the target that the model's predictions hold; null without a model.</param>
internal sealed record Holder(string Name, int Deposit, int Stake, double? Skill)
{
    public string Model => Name + "_model";

    /// <summary>Alice and Bob have most of the votes, Carol lets Bob vote, Dave is against; Ada sells a signal to Ben.</summary>
    public static IReadOnlyList<Holder> Cast { get; } =
    [
        new("alice", 600, 200, 0.03),
        new("bob", 400, 150, 0.02),
        new("carol", 300, 100, 0.01),
        new("dave", 200, 100, -0.02),
        new("ada", 100, 0, null),
        new("ben", 60, 0, null),
    ];
}
