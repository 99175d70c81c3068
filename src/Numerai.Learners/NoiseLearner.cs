using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Numerai.Data.Features;

namespace Numerai.Learners;

/// <summary>Learns nothing: predicts random numbers that follow from the seed and the era's features, so that a second look at an era gives
/// the same.</summary>
public sealed class NoiseLearner : ILearner
{
    public int Seed { get; init; }

    public IPredictor Train(FeatureBlock features, ReadOnlySpan<float> target, ReadOnlySpan<int> era) => new Noise(Seed);

    private sealed class Noise(int seed) : IPredictor
    {
        public void Predict(FeatureBlock era, Span<double> predictions)
        {
            var hash = SHA256.HashData(MemoryMarshal.AsBytes(era.Bins.Span));
            var random = new Random(seed ^ BinaryPrimitives.ReadInt32LittleEndian(hash));
            for (var i = 0; i < predictions.Length; i++)
            {
                predictions[i] = random.NextDouble();
            }
        }
    }
}
