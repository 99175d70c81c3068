namespace Numerai.Cli.Demo.Daily;

/// <summary>How a model of a daily demonstration makes its signal out of public prices.</summary>
internal enum SignalKind
{
    /// <summary>Past winners, risk adjusted.</summary>
    Momentum,

    /// <summary>Last month's losers.</summary>
    Reversal,

    /// <summary>Losers of two years ago, which change slowly.</summary>
    LongReversal,

    /// <summary>Steady gains at low risk.</summary>
    Quality,

    /// <summary>Low beta and volatility.</summary>
    LowRisk,

    /// <summary>Thinly traded.</summary>
    Liquidity,

    /// <summary>A mix of several of the above.</summary>
    Blend,

    /// <summary>Random numbers that stay.</summary>
    Noise,

    /// <summary>Random numbers drawn anew every day, which churn too much to be at risk.</summary>
    Restless,
}
