# The front door: what a person does most, by its shortest name.
.DEFAULT_GOAL := help
.PHONY: help check format test fuzz conformance calibrate bench ledger dist clean

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST)

check: ## Everything that must hold before a change is taken
	.ci/run

format: ## Format the Java sources
	mvn -B -q spotless:apply

test: ## Run the tests, or those of T: make test T=LauncherTest
	mvn -B -q test $(if $(T),-Dtest='$(T)')

fuzz: ## Feed made-up bytes to all that reads strangers' bytes: make fuzz T=ManifestFuzz SECONDS=600
	mvn -B -q -Pfuzz test $(if $(T),-Dtest='$(T)') -Djazzer.max_duration=$(or $(SECONDS),60)s

bench: ## Time the inner loops, and with BAG=FOLDER the whole command validate beside another
	mvn -B -q -Pbench test-compile exec:exec
	$(if $(BAG),src/bench/compare.py '$(BAG)' './newsbag validate {}' $(if $(OTHER),--other '$(OTHER)'))

ledger: ## Make a large ledger of bags that are nowhere: make ledger FILE=large.sqlite BAGS=10000 FILES=1000
	mvn -B -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.newsbag.ledger.LedgerGenerator \
	  -Dexec.args="'$(FILE)' $(or $(BAGS),10000) $(or $(FILES),1000)"

conformance: ## Judge the bags of a conformance suite: make conformance SUITE=FOLDER
	src/test/conformance/run "$(SUITE)"

calibrate: ## Measure the rules of provenance again: make calibrate LABELLED=FOLDER, which holds articles/ and labels.jsonl
	./newsbag describe '$(LABELLED)/articles' --format jsonl > target/calibration.jsonl
	mvn -B -q test-compile exec:java -Dexec.classpathScope=test -Dexec.mainClass=org.newsbag.provenance.Calibration \
	  -Dexec.args="'$(LABELLED)/labels.jsonl' target/calibration.jsonl src/main/resources/org/newsbag/provenance/rules.tsv docs/provenance.md"

dist: ## Make target/newsbag-VERSION.tar.gz and .zip
	mvn -B -q -DskipTests package
	@ls target/newsbag-*.tar.gz target/newsbag-*.zip

clean: ## Remove all that was built
	mvn -B -q clean
