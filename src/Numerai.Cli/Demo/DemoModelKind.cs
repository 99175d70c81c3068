namespace Numerai.Cli.Demo;

/// <summary>How a model of the demonstration makes its predictions.</summary>
internal enum DemoModelKind
{
    /// <summary>Ridge regression on a random subset of the features.</summary>
    Ridge,

    /// <summary>Gradient-boosted trees.</summary>
    Trees,

    /// <summary>Ridge made fully feature-neutral.</summary>
    Neutral,

    /// <summary>Ridge trained again on the eras it does worst in.</summary>
    EraBoosted,

    /// <summary>Ridge averaged over several targets.</summary>
    Ensemble,

    /// <summary>Average of the published benchmark models.</summary>
    BenchmarkFollower,

    /// <summary>The published example predictions, a little blurred.</summary>
    Copycat,

    /// <summary>Random numbers.</summary>
    Noise,
}
