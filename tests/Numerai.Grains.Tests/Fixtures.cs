// One PostgreSQL for all tests of this program.
[assembly: AssemblyFixture(typeof(Numerai.Behaviour.PostgresServer))]
