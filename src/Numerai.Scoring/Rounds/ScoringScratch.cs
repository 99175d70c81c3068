using Numerai.Scoring.LinearAlgebra;
using Numerai.Scoring.Ranking;

namespace Numerai.Scoring.Rounds;

/// <summary>One thread's working memory, kept from block to block.</summary>
internal sealed class ScoringScratch(int rows)
{
    /// <summary>Rows of the universe.</summary>
    public int Rows => rows;

    public RankWorkspace Ranking { get; } = new(rows);

    public ushort[] Codes { get; } = new ushort[rows];

    public double[] Gaussian { get; } = new double[rows];

    public double[] Power { get; } = new double[rows];

    public double[] Selected { get; } = new double[rows];

    /// <summary>128 rows of 24 models side by side.</summary>
    public double[] Tile { get; } = new double[PanelMatrix.ChunkRows * TileKernels.TileWidth];

    /// <summary>What is left of up to 24 models, one after the other.</summary>
    public double[] Residuals { get; private set; } = [];

    public double[] Loadings { get; private set; } = [];

    /// <summary>128 rows of features as doubles.</summary>
    public PanelMatrix Chunk { get; private set; } = new(0, 0);

    /// <summary>Makes room for tiles of models to neutralize; kept for the next block.</summary>
    public void Reserve(FeatureNeutralizer neutralizer, int tiles)
    {
        if (Loadings.Length < (tiles + 1) * neutralizer.LoadingSize)
        {
            Loadings = new double[(tiles + 1) * neutralizer.LoadingSize];
        }

        if (Residuals.Length == 0)
        {
            Residuals = new double[TileKernels.TileWidth * rows];
        }

        if (Chunk.Columns != neutralizer.ChunkColumns)
        {
            Chunk = new PanelMatrix(PanelMatrix.ChunkRows, neutralizer.ChunkColumns);
        }
    }
}
