namespace Numerai.Cli.Demo;

/// <summary>What a player does with its stakes as results come in.</summary>
internal enum DemoStakingStyle
{
    /// <summary>Stakes once and stays.</summary>
    Steady,

    /// <summary>Adds after payouts, takes back after burns.</summary>
    FollowResults,

    /// <summary>Takes back part of the stake now and then and withdraws it.</summary>
    TakeProfits,
}
