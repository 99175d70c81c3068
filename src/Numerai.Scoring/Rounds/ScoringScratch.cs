using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Rounds;

/// <summary>One thread's working memory, kept from block to block.</summary>
internal sealed class ScoringScratch(int rows)
{
    /// <summary>Models whose residuals are copied out of a tile at once: doubles of a cache line.</summary>
    public const int ResidualModels = 8;

    /// <summary>Rows of the universe.</summary>
    public int Rows => rows;

    public RankWorkspace Ranking { get; } = new(rows);

    public ushort[] Codes { get; } = new ushort[rows];

    public double[] Gaussian { get; } = new double[rows];

    public double[] Power { get; } = new double[rows];

    public double[] Selected { get; } = new double[rows];

    public double[] Residuals { get; } = new double[ResidualModels * rows];

    public double[] Tiles { get; private set; } = [];

    public double[] Loadings { get; private set; } = [];

    /// <summary>Makes room for tiles; kept for the next block.</summary>
    public void Reserve(int tileDoubles, int loadingDoubles)
    {
        if (Tiles.Length < tileDoubles)
        {
            Tiles = new double[tileDoubles];
        }

        if (Loadings.Length < loadingDoubles)
        {
            Loadings = new double[loadingDoubles];
        }
    }
}
